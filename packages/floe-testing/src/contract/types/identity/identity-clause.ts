/** What an identity plugin promises besides what every plugin does. */
export type IdentityClause =
  | "identity/accepts-credentials"
  | "identity/refuses-credentials"
  | "identity/validates-its-tokens"
  | "identity/refuses-bad-tokens"
  | "identity/knows-whose-token-it-is"
  | "identity/knows-nobody-of-a-bad-token"
  | "identity/oidc-addresses"
  | "identity/passwords-stay-secret"
  | "identity/honours-signals";
