import { nearest, type PluginInfo } from "floe-core";
import type { PluginQuery } from "./plugin-query.ts";

/** Known plugins and packages that may have been meant: at most a few, the likeliest first, each once. */
export function nearestNames(
  { text, type, name, package: asPackage }: PluginQuery,
  infos: readonly PluginInfo[],
  packages: readonly string[],
): readonly string[] {
  const keysNamed = (wanted: string, among: readonly PluginInfo[]): readonly string[] => {
    const near = nearest(wanted, among.map((info) => info.name));
    return among.filter((info) => info.name === near).map(({ key }) => key);
  };
  const ofType = infos.filter((info) => info.type === type);
  const near = [
    ...(name === undefined ? [] : [...keysNamed(name, ofType), ...keysNamed(name, infos)]),
    nearest(text, infos.map(({ key }) => key)) ?? [],
    asPackage === undefined ? [] : (nearest(asPackage, packages) ?? []),
  ].flat();
  return [...new Set(near)];
}
