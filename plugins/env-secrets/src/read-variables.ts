import path from "node:path";
import type { EnvSecretsConfig, SecretsFileConfig } from "./config-schema.ts";
import { parseVariables } from "./dotenv-text.ts";
import { readSecretsFile } from "./secrets-file.ts";

/** Where secrets are looked for; the plugin itself is one. */
export interface SecretsPlace {
  readonly config: EnvSecretsConfig;
  /** What relative paths start from. */
  readonly baseDir: string;
}

/** What there is now, by variable name. */
export interface Variables {
  /** Those of the environment that begin with the prefix, without it. */
  readonly environment: ReadonlyMap<string, string>;
  /** Those of all files; an earlier file wins. */
  readonly files: ReadonlyMap<string, string>;
  /** Both; the environment wins. */
  readonly all: ReadonlyMap<string, string>;
}

/** Reads everything anew: a value that was rotated is seen by the next call, and none stays in memory. */
export async function readVariables(place: SecretsPlace, signal?: AbortSignal): Promise<Variables> {
  signal?.throwIfAborted();
  const texts = await Promise.all(filesOf(place).map((file) => readSecretsFile(file, signal)));
  const files = new Map(texts.toReversed().flatMap((text) => [...parseVariables(text)]));
  const environment = environmentVariables(place.config.prefix);
  return { environment, files, all: new Map([...files, ...environment]) };
}

/** The configured files, by absolute path. */
export function filesOf({ config, baseDir }: SecretsPlace): readonly SecretsFileConfig[] {
  return config.files.map((file) => ({ ...file, path: path.resolve(baseDir, file.path) }));
}

function environmentVariables(prefix: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && name.startsWith(prefix) && name !== prefix ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}
