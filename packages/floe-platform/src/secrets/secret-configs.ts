import {
  PluginType,
  redactError,
  redactorFor,
  type PluginConfig,
  type PluginError,
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
import { readSecrets, type SecretAnswer } from "./read-secrets.ts";
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

  /** Those of these plugins whose configuration holds a secret. */
  holdersAmong(keys: readonly PluginKey[]): readonly PluginKey[] {
    return this.#holders.filter(({ key }) => keys.includes(key)).map(({ key }) => key);
  }

  /**
   * Reads the secrets that these plugins need and configures those whose secrets can be had.
   *
   * @param registry Where the plugins are, idle.
   * @returns for each plugin whose secrets cannot be had, or that refuses its configuration now that it is whole,
   *   why: a SecretUnavailableError or a PlatformFileError.
   * @throws the signal's reason.
   */
  async apply(
    registry: PluginRegistry,
    keys: readonly PluginKey[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<PluginKey, PluginError>> {
    const holders = this.#holders.filter(({ key }) => keys.includes(key));
    const needed = holders.flatMap((holder) => this.#referencesOf(holder));
    const answers = await readSecrets(needed.map(({ key }) => key), this.#stores(registry), signal);
    const values = new Map<string, string>();
    for (const [key, answer] of answers) if ("value" in answer) values.set(key, answer.value);
    this.#remember(values.values());
    const failures = new Map<PluginKey, PluginError>();
    for (const holder of holders) {
      const unavailable = this.#referencesOf(holder).flatMap((reference) => this.#unavailable(reference, answers) ?? []);
      const failure =
        unavailable.length > 0
          ? new SecretUnavailableError(unavailable)
          : await this.#configure(registry, holder, values);
      if (failure !== undefined) failures.set(holder.key, failure);
      signal.throwIfAborted();
    }
    return failures;
  }

  #referencesOf({ configPath }: PluginSelection): readonly SecretReference[] {
    return this.#parts.references.filter(({ path }) => isInside(path, configPath));
  }

  #unavailable({ key, path }: SecretReference, answers: ReadonlyMap<string, SecretAnswer>): UnavailableSecret | undefined {
    const answer = answers.get(key);
    if (answer === undefined || "value" in answer) return undefined;
    const { reason, nearest } = answer;
    const place = { ...this.#parts.document.locate(path), path: formatPath(path) };
    return { key, ...place, reason: this.redact(reason), ...(nearest === undefined ? {} : { nearest }) };
  }

  async #configure(
    registry: PluginRegistry,
    holder: PluginSelection,
    values: ReadonlyMap<string, string>,
  ): Promise<PlatformFileError | undefined> {
    const { document } = this.#parts;
    const problems = new ProblemList();
    const selection = { ...holder, config: this.#fill(holder.rawConfig, values) };
    const refusal = await configureSelection(registry, selection, [...values.values()]);
    if (refusal === undefined) return undefined;
    reportConfigRefusal(selection, this.redactValue(refusal.error), new ShapeReader(document, document.value, problems));
    return new PlatformFileError(document.file, problems.sorted(document.file));
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
