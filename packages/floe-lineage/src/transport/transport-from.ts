import { fileURLToPath } from "node:url";
import path from "node:path";
import type { LineageTransportConfig } from "floe-core";
import { LineageTransportError } from "../errors/lineage-transport-error.ts";
import { consoleTransport } from "./console-transport.ts";
import { fileTransport } from "./file-transport.ts";
import { httpTransport } from "./http-transport.ts";
import type { LineageSinkConfig } from "./lineage-sink-config.ts";
import type { LineageToken } from "./lineage-token.ts";
import type { LineageTransport } from "./lineage-transport.ts";

/**
 * The transport that a LineageBackendPlugin's `getTransportConfig()`, or a sink in a configuration, describes:
 *
 * | type | reads |
 * |---|---|
 * | `http` | `url`, `token` (a text or a secret), `timeoutMs` |
 * | `file` | `path`, or `url`: a path, or a `file:` URL |
 * | `console` | nothing |
 *
 * @param options `write` gets the lines of `console`; relative paths start from `baseDir`.
 * @throws LineageTransportError saying what cannot be used.
 */
export function transportFrom(
  config: LineageTransportConfig | LineageSinkConfig,
  { write, baseDir }: { readonly write: (line: string) => void; readonly baseDir: string },
): LineageTransport {
  // A plugin in JavaScript may answer anything.
  const settings: Readonly<Record<string, unknown>> = { ...config };
  switch (settings["type"]) {
    case "console":
      return consoleTransport(write);
    case "file":
      return fileTransport(pathIn(settings, baseDir));
    case "http":
      return httpTransport({
        url: textIn(settings, "url"),
        token: tokenIn(settings),
        timeoutMs: typeof settings["timeoutMs"] === "number" ? settings["timeoutMs"] : undefined,
      });
    default:
      throw new LineageTransportError({
        transport: String(settings["type"]),
        reason: "there is no such transport",
        hint: "Use console, file or http.",
      });
  }
}

function pathIn(settings: Readonly<Record<string, unknown>>, baseDir: string): string {
  const stated = textIn(settings, "path" in settings ? "path" : "url");
  return path.resolve(baseDir, /^file:/i.test(stated) ? fileURLToPath(stated) : stated);
}

function textIn(settings: Readonly<Record<string, unknown>>, name: string): string {
  const value = settings[name];
  if (typeof value === "string" && value !== "") return value;
  throw refusal(settings, `its ${name} is no text`, `State ${name}.`);
}

function tokenIn(settings: Readonly<Record<string, unknown>>): LineageToken | undefined {
  const token = settings["token"];
  if (token === undefined || typeof token === "string" || isSecret(token)) return token;
  throw refusal(settings, "its token is neither a text nor a secret", "Give a text, or what secret() yields.");
}

function isSecret(value: unknown): value is { reveal(): string } {
  return typeof value === "object" && value !== null && "reveal" in value && typeof value.reveal === "function";
}

function refusal(settings: Readonly<Record<string, unknown>>, reason: string, hint: string): LineageTransportError {
  return new LineageTransportError({ transport: String(settings["type"]), reason, hint });
}
