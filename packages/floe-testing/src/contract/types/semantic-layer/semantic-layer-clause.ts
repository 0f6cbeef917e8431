/** What a semantic layer promises besides what every plugin does. */
export type SemanticLayerClause =
  | "semantic-layer/writes-what-it-says"
  | "semantic-layer/stays-below-its-folder"
  | "semantic-layer/sorts-its-paths"
  | "semantic-layer/refuses-a-missing-manifest"
  | "semantic-layer/security-context"
  | "semantic-layer/datasource-config"
  | "semantic-layer/endpoints"
  | "semantic-layer/helm-values"
  | "semantic-layer/honours-signals";
