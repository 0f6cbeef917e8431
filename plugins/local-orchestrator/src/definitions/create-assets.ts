import { orderTransforms, type AssetDefinition, type TransformConfig } from "floe-core";

/**
 * One asset per transform, in dependency order. Its metadata says how the result is kept, where the transform
 * comes from and what its author added under `meta`; what is not stated is left out.
 *
 * @throws InvalidTransformsError listing every duplicate name, unknown dependency and cycle.
 */
export function createAssets(transforms: readonly TransformConfig[]): readonly AssetDefinition[] {
  return orderTransforms(transforms).map((transform) => ({
    name: transform.name,
    dependsOn: [...new Set(transform.dependsOn)].sort(),
    tags: [...transform.tags],
    metadata: {
      materialization: transform.materialization,
      ...(transform.schema === undefined ? {} : { schema: transform.schema }),
      ...(transform.path === undefined ? {} : { path: transform.path }),
      ...(transform.compute === null ? {} : { compute: transform.compute }),
      ...(Object.keys(transform.meta).length === 0 ? {} : { meta: transform.meta }),
    },
  }));
}
