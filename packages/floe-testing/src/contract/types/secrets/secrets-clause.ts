/** What a secrets plugin promises besides what every plugin does. */
export type SecretsClause =
  | "secrets/absent-is-null"
  | "secrets/keeps-what-is-set"
  | "secrets/replaces-what-is-set"
  | "secrets/keeps-any-value"
  | "secrets/takes-any-key"
  | "secrets/lists-keys-sorted"
  | "secrets/lists-by-prefix"
  | "secrets/lists-no-values"
  | "secrets/audits-get"
  | "secrets/audits-set"
  | "secrets/audits-list"
  | "secrets/audit-holds-no-value"
  | "secrets/errors-hold-no-value"
  | "secrets/honours-its-signal"
  | "secrets/pod-env-spec"
  | "secrets/multi-key-is-a-record-or-null";
