import type { DescribedPlugin } from "./describe-plugins.ts";
import type { JsonSchema } from "./json-schema.ts";
import { reference, VARIABLE } from "./shared-schemas.ts";

/**
 * The schema of one entry under a key of `plugins`: a plugin's name, or an object with its name, configuration
 * and policy. The configuration is judged by `type`, so that an editor names what is wrong inside of it.
 */
export function choiceSchema(plugins: readonly DescribedPlugin[]): JsonSchema {
  const name = nameSchema(plugins);
  return {
    anyOf: [
      name,
      {
        type: "object",
        properties: {
          type: { ...name, description: "The plugin's name." },
          config: { description: "The plugin's settings.", type: ["object", "null"] },
          policy: {
            description: "optional: if the plugin cannot be started, the product runs without it. Default: required.",
            anyOf: [{ enum: ["required", "optional"] }, reference(VARIABLE)],
          },
        },
        required: ["type"],
        additionalProperties: false,
        ...(plugins.length === 0 ? {} : { allOf: plugins.map(configRule) }),
      },
    ],
  };
}

/** Without plugins there is no name, and a schema may not list none. */
function nameSchema(plugins: readonly DescribedPlugin[]): JsonSchema {
  const names = plugins.length === 0 ? [] : [{ enum: plugins.map(({ name }) => name) }];
  return { anyOf: [...names, reference(VARIABLE)] };
}

function configRule({ name, description, config, definition }: DescribedPlugin): JsonSchema {
  return {
    ...(description === "" ? {} : { description }),
    if: { properties: { type: { const: name } }, required: ["type"] },
    then: { properties: { config: reference(definition) }, ...(config.isRequired ? { required: ["config"] } : {}) },
  };
}
