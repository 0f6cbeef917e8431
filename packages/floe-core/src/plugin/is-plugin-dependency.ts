import type { PluginDependency } from "./plugin-dependency.ts";

const TEXT_MEMBERS = ["type", "name", "version"] as const;
const MEMBERS: readonly string[] = [...TEXT_MEMBERS, "optional"];

/** Whether `value` is a dependency as authors may write it. Who is meant and whether its range holds is not judged. */
export function isPluginDependency(value: unknown): value is PluginDependency {
  if (typeof value === "string") return value !== "";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const spec: Readonly<Record<string, unknown>> = { ...value };
  return (
    (spec.type !== undefined || spec.name !== undefined) &&
    (spec.optional === undefined || typeof spec.optional === "boolean") &&
    TEXT_MEMBERS.every((member) => spec[member] === undefined || (typeof spec[member] === "string" && spec[member] !== "")) &&
    Object.keys(spec).every((member) => MEMBERS.includes(member))
  );
}
