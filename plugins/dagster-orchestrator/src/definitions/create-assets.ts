import { orderTransforms, type AssetDefinition, type TransformConfig } from "floe-core";
import { DagsterDefinitionsError } from "../errors/dagster-definitions-error.ts";
import { nameTransforms } from "../naming/name-transforms.ts";
import { readDagsterMeta } from "./read-dagster-meta.ts";

/**
 * One asset per transform, in dependency order. Its metadata says which key it has in Dagster, how the result is kept,
 * where the transform comes from and what its author added under `meta`; what is not stated is left out.
 *
 * @throws InvalidTransformsError listing every duplicate name, unknown dependency and cycle.
 * @throws DagsterDefinitionsError listing everything that Dagster would refuse.
 */
export function createAssets(transforms: readonly TransformConfig[]): readonly AssetDefinition[] {
  const ordered = orderTransforms(transforms);
  const { keys, problems } = nameTransforms(ordered);
  const all = [...problems, ...ordered.flatMap((transform) => readDagsterMeta(transform).problems)];
  if (all.length > 0) throw new DagsterDefinitionsError(all);
  return ordered.map((transform) => ({
    name: transform.name,
    dependsOn: [...new Set(transform.dependsOn)].sort(),
    tags: [...transform.tags],
    metadata: {
      key: keys.get(transform.name),
      materialization: transform.materialization,
      ...(transform.schema === undefined ? {} : { schema: transform.schema }),
      ...(transform.path === undefined ? {} : { path: transform.path }),
      ...(transform.compute === null ? {} : { compute: transform.compute }),
      ...(Object.keys(transform.meta).length === 0 ? {} : { meta: transform.meta }),
    },
  }));
}
