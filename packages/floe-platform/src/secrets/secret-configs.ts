import {
  PluginType,
  redactError,
  redactorFor,
  type PluginConfig,
  type PluginKey,
  type PluginRegistry,
  type Redactor,
  type SecretsPlugin,
} from "floe-core";
import { formatPath, isInside } from "../document/document-path.ts";
import type { PlatformDocument } from "../document/platform-document.ts";
import { configureSelection } from "../plugins/configure-selection.ts";
import { reportConfigRefusal } from "../plugins/report-config-refusal.ts";
import { PlatformFileError } from "../problems/platform-file-error.ts";
import { ProblemList } from "../problems/problem-list.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import { ShapeReader } from "../product/shape-reader.ts";
import { mapTexts } from "../variables/map-texts.ts";
import type { SecretReference } from "../variables/resolve-references.ts";
import { resolveText, type Environment } from "../variables/resolve-text.ts";
import { readSecrets } from "./read-secrets.ts";
import { SecretUnavailableError, type UnavailableSecret } from "./secret-unavailable-error.ts";

/** What the configurations with secrets in them are made from. */
export interface SecretConfigsParts {
  readonly document: PlatformDocument;
  readonly env: Environment;
  readonly selections: readonly PluginSelection[];
  readonly references: readonly SecretReference[];
}

/**
 * The configurations that hold secrets. They are completed when plugins start, from secrets plugins that are up
 * by then, and never kept anywhere but in the plugins themselves.
 */
export class SecretConfigs {
  readonly #parts: SecretConfigsParts;
  readonly #holders: readonly PluginSelection[];
  /** Every value that was ever read: a rotated secret must not show either. */
  readonly #texts = new Set<string>();
  #redactor: Redactor = redactorFor([]);

  constructor(parts: SecretConfigsParts) {
    this.#parts = parts;
    this.#holders = parts.selections.filter((selection) => holdsSecrets(selection, parts.references));
  }

  /** `text` without any secret that was read. */
  readonly redact = (text: string): string => this.#redactor.redact(text);

  /** What was thrown or logged, without any secret that was read. */
  readonly redactValue = (value: unknown): unknown =>
    this.#texts.size === 0 ? value : redactError(value, [...this.#texts]);

  /**
   * Whether any of these plugins needs a secret to be configured.
   *
   * @param keys The plugins that are to be started.
   */
  isNeededFor(keys: readonly PluginKey[]): boolean {
    return this.#holders.some(({ key }) => keys.includes(key));
  }

  /**
   * Reads the secrets that these plugins need and configures them.
   *
   * @param registry Where the plugins are, idle.
   * @throws SecretUnavailableError naming every secret that cannot be had; PlatformFileError if a plugin refuses
   *   its configuration now that it is whole; the signal's reason.
   */
  async apply(registry: PluginRegistry, keys: readonly PluginKey[], signal: AbortSignal): Promise<void> {
    const holders = this.#holders.filter(({ key }) => keys.includes(key));
    const references = this.#parts.references.filter(({ path }) =>
      holders.some(({ configPath }) => isInside(path, configPath)),
    );
    const answers = await readSecrets(references.map(({ key }) => key), this.#stores(registry), signal);
    const values = new Map<string, string>();
    for (const [key, answer] of answers) if ("value" in answer) values.set(key, answer.value);
    this.#remember(values.values());
    const unavailable = references.flatMap(({ key, path }): UnavailableSecret[] => {
      const answer = answers.get(key);
      if (answer === undefined || "value" in answer) return [];
      const { reason, nearest } = answer;
      const place = { ...this.#parts.document.locate(path), path: formatPath(path) };
      return [{ key, ...place, reason: this.redact(reason), ...(nearest === undefined ? {} : { nearest }) }];
    });
    if (unavailable.length > 0) throw new SecretUnavailableError(unavailable);
    signal.throwIfAborted();
    await this.#configure(registry, holders, values);
  }

  async #configure(
    registry: PluginRegistry,
    holders: readonly PluginSelection[],
    values: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { document } = this.#parts;
    const problems = new ProblemList();
    const reader = new ShapeReader(document, document.value, problems);
    for (const holder of holders) {
      const selection = { ...holder, config: this.#fill(holder.rawConfig, values) };
      const refusal = await configureSelection(registry, selection, [...values.values()]);
      if (refusal !== undefined) reportConfigRefusal(selection, this.redactValue(refusal.error), reader);
    }
    if (!problems.isEmpty) throw new PlatformFileError(document.file, problems.sorted(document.file));
  }

  #fill(rawConfig: PluginConfig, values: ReadonlyMap<string, string>): PluginConfig {
    const known = { env: this.#parts.env, secret: (key: string) => values.get(key) ?? "" };
    // A mapping stays a mapping; what could not be resolved was refused when the platform was loaded.
    return mapTexts(rawConfig, [], {
      onText: (text) => {
        const answer = resolveText(text, known);
        return "text" in answer ? answer.text : text;
      },
      onTooDeep: () => undefined,
    }) as PluginConfig;
  }

  #stores(registry: PluginRegistry): readonly SecretsPlugin[] {
    return this.#parts.selections
      .filter(({ group, name }) => group === PluginType.SECRETS && registry.state(group, name) === "active")
      .flatMap(({ name }) => registry.find(PluginType.SECRETS, name) ?? []);
  }

  #remember(texts: Iterable<string>): void {
    for (const text of texts) this.#texts.add(text);
    this.#redactor = redactorFor([...this.#texts]);
  }
}

/** Whether a selection's configuration refers to a secret. */
export function holdsSecrets({ configPath }: PluginSelection, references: readonly SecretReference[]): boolean {
  return references.some(({ path }) => isInside(path, configPath));
}
