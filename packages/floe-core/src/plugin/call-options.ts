/** The last argument of every plugin method that may touch a disk, a network or a process. */
export interface CallOptions {
  /** Aborting it makes the method give up soon and reject with the signal's reason, or an error caused by it. */
  readonly signal?: AbortSignal | undefined;
}

/** Values for a published Helm chart: plain JSON. */
export type HelmValues = Readonly<Record<string, unknown>>;
