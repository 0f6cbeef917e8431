import { canonicalJson, type CompiledArtifacts } from "floe-core";

/** The text of `artifacts.json`, by whose hash `floe.json` refers to it. */
export function artifactsText(artifacts: CompiledArtifacts): string {
  return `${canonicalJson(artifacts, 2)}\n`;
}
