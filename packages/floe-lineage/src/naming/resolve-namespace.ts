import type { NamespaceStrategy } from "floe-core";

/**
 * The namespace of a product's jobs and tables. `{product}` in the template stands for the product's name; a
 * template that is empty, or has another placeholder, gives `defaultNamespace`. The name of the strategy is
 * for people: it decides nothing.
 */
export function resolveNamespace({ template, defaultNamespace }: NamespaceStrategy, product: string): string {
  const namespace = template.replaceAll("{product}", () => product);
  return namespace === "" || /\{[^{}]*\}/.test(namespace) ? defaultNamespace : namespace;
}
