import type { IdentityPlugin } from "floe-core";
import { ContractBreach, NotOffered } from "../../contract-breach.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import type { Trial } from "../../trial/trial.ts";

type Credentials = Readonly<Record<string, string>>;

const REFUSED: Credentials = Object.freeze({ username: "floe-contract-nobody", password: "floe-contract-no-password" });

/** What nobody may be shown: whatever does not just say who asks, and where. */
const PUBLIC = /^(user|username|login|email|name|client_?id|realm|domain|tenant|scope|grant_?type)$/i;

/** What is no token of anybody's, by what is wrong with it. */
export const BAD_TOKENS: Readonly<Record<string, string>> = Object.freeze({
  "an empty token": "",
  "a token of spaces": " \t\r\n ",
  "a token that says nothing": "floe-contract-garbage",
  "a token with a NUL in it": "floe\u0000contract",
  "a token that is not ASCII": "\u{1f980}\u202e\ufffd",
  "a token of 100,000 characters": "a".repeat(100_000),
  // { "alg": "none" } . { "sub": "floe-contract", "exp": 32503680000 }, without a signature.
  "an unsigned JWT": "eyJhbGciOiJub25lIn0.eyJzdWIiOiJmbG9lLWNvbnRyYWN0IiwiZXhwIjozMjUwMzY4MDAwMH0.",
});

/** Credentials that are to be refused. */
export function refusedCredentials({ declaration }: Trial<IdentityPlugin>): Credentials {
  return declaration.samples.credentials?.refused ?? REFUSED;
}

/** Credentials that are to be accepted. @throws NotOffered if none are declared. */
export function acceptedCredentials({ declaration }: Trial<IdentityPlugin>): Credentials {
  const accepted = declaration.samples.credentials?.accepted;
  if (accepted === undefined) throw new NotOffered("nobody whom it knows is declared, as samples.credentials.accepted");
  return accepted;
}

/** A token that the plugin gave out. @throws NotOffered if nobody whom it knows is declared. */
export async function tokenOf(plugin: IdentityPlugin, trial: Trial<IdentityPlugin>): Promise<string> {
  const credentials = acceptedCredentials(trial);
  const token: unknown = await trial.call("authenticate", (signal) => plugin.authenticate(credentials, { signal }));
  if (token === null) throw new ContractBreach("authenticate refuses the credentials that it is to accept");
  ensureText(token, "The token for credentials that it is to accept");
  return token;
}

/** The texts of credentials that must never show. */
export function passwordsOf(...all: readonly Credentials[]): readonly string[] {
  const secret = all.flatMap((credentials) => Object.entries(credentials).filter(([key]) => !PUBLIC.test(key)));
  return secret.map(([, value]) => value).filter((value) => value !== "");
}
