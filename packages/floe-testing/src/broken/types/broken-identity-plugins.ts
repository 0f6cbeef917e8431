import { PluginType, type CallOptions, type StartupContext, type TokenValidation, type UserInfo } from "floe-core";
import { FakeIdentity } from "../../fakes/fake-identity.ts";
import type { BrokenPlugin } from "../broken-plugin.ts";
import { brokenFake, type BrokenFakeParts } from "./broken-fake.ts";

const PASSWORD = "analytical-engine";

/** Knows one user. */
class Knowing extends FakeIdentity {
  constructor() {
    super({ users: { ada: PASSWORD } });
  }
}

/** Identity plugins that break one promise of their type. */
export const BROKEN_IDENTITY_PLUGINS: readonly BrokenPlugin[] = Object.freeze([
  broken({
    id: "identity-refuses-everyone",
    title: "that is an identity provider and lets nobody in",
    violates: "identity/accepts-credentials",
    class: FakeIdentity,
  }),
  broken({
    id: "identity-throws-for-strangers",
    title: "that is an identity provider and throws for credentials that it does not accept",
    violates: "identity/refuses-credentials",
    class: class extends Knowing {
      override async authenticate(credentials: Readonly<Record<string, string>>, options?: CallOptions): Promise<string> {
        const token = await super.authenticate(credentials, options);
        if (token === null) throw new Error("invalid_grant");
        return token;
      }
    },
  }),
  broken({
    id: "identity-gives-strangers-an-empty-token",
    title: "that is an identity provider and gives an empty token for credentials that it does not accept",
    violates: "identity/refuses-credentials",
    class: class extends Knowing {
      override async authenticate(credentials: Readonly<Record<string, string>>, options?: CallOptions): Promise<string> {
        return (await super.authenticate(credentials, options)) ?? "";
      }
    },
  }),
  broken({
    id: "identity-gives-stale-tokens",
    title: "that is an identity provider and gives out tokens that have expired",
    violates: "identity/validates-its-tokens",
    class: class extends Knowing {
      override async validateToken(token: string, options?: CallOptions): Promise<TokenValidation> {
        const validation = await super.validateToken(token, options);
        return validation.valid ? { ...validation, expiresAt: "2020-01-01T00:00:00Z" } : validation;
      }
    },
  }),
  broken({
    id: "identity-throws-for-garbage",
    title: "that is an identity provider and throws for a token that it cannot read",
    violates: "identity/refuses-bad-tokens",
    class: class extends Knowing {
      override async validateToken(token: string, options?: CallOptions): Promise<TokenValidation> {
        options?.signal?.throwIfAborted();
        if (token.includes("\u0000")) throw new TypeError("Invalid character in header content");
        return super.validateToken(token);
      }
    },
  }),
  broken({
    id: "identity-believes-unsigned-tokens",
    title: "that is an identity provider and believes a token that nobody signed",
    violates: "identity/refuses-bad-tokens",
    class: class extends Knowing {
      override async validateToken(token: string, options?: CallOptions): Promise<TokenValidation> {
        const [, claims, signature] = token.split(".");
        const isBelieved = claims !== undefined && signature !== undefined;
        if (!isBelieved) return super.validateToken(token, options);
        return { valid: true, user: { subject: "anyone", roles: [], claims: {} }, expiresAt: "2999-01-01T00:00:00Z" };
      }
    },
  }),
  broken({
    id: "identity-takes-one-user-for-another",
    title: "that is an identity provider and takes one user for another",
    violates: "identity/knows-whose-token-it-is",
    class: class extends Knowing {
      override async getUserInfo(token: string, options?: CallOptions): Promise<UserInfo | null> {
        const user = await super.getUserInfo(token, options);
        return user === null ? null : { ...user, subject: "charles" };
      }
      override async validateToken(token: string, options?: CallOptions): Promise<TokenValidation> {
        const validation = await super.validateToken(token, options);
        return validation.valid ? { ...validation, user: { ...validation.user, subject: "ada" } } : validation;
      }
    },
  }),
  broken({
    id: "identity-knows-a-guest",
    title: "that is an identity provider and takes whoever has a bad token for a guest",
    violates: "identity/knows-nobody-of-a-bad-token",
    class: class extends Knowing {
      override async getUserInfo(token: string, options?: CallOptions): Promise<UserInfo | null> {
        return (await super.getUserInfo(token, options)) ?? { subject: "guest", roles: [], claims: {} };
      }
      override async validateToken(token: string, options?: CallOptions): Promise<TokenValidation> {
        const validation = await super.validateToken(token, options);
        const isGuest = validation.valid && validation.user.subject === "guest";
        return isGuest ? { valid: false, reason: "no such token was given out" } : validation;
      }
    },
  }),
  broken({
    id: "identity-addresses-are-paths",
    title: "that is an identity provider with addresses that are paths",
    violates: "identity/oidc-addresses",
    members: { getOidcConfig: () => ({ ...addressesAt("https://id.example.com"), jwksUrl: "/jwks" }) },
  }),
  broken({
    id: "identity-discovery-is-elsewhere",
    title: "that is an identity provider whose discovery is not where its issuer is",
    violates: "identity/oidc-addresses",
    members: {
      getOidcConfig: () => ({ ...addressesAt("https://id.example.com"), issuer: "https://id.example.org/realms/floe" }),
    },
  }),
  broken({
    id: "identity-logs-passwords",
    title: "that is an identity provider and logs whom it lets in with which password",
    violates: "identity/passwords-stay-secret",
    secret: PASSWORD,
    class: class extends Knowing {
      #log: (message: string) => void = () => {};
      override startup({ logger }: StartupContext): void {
        this.#log = (message) => logger.debug(message);
      }
      override async authenticate(credentials: Readonly<Record<string, string>>, options?: CallOptions): Promise<string | null> {
        this.#log(`login with ${JSON.stringify(credentials)}`);
        return super.authenticate(credentials, options);
      }
    },
  }),
  broken({
    id: "identity-ignores-its-signal",
    title: "that is an identity provider and looks at tokens whatever its signal says",
    violates: "identity/honours-signals",
    class: class extends Knowing {
      override validateToken(token: string): Promise<TokenValidation> {
        return super.validateToken(token);
      }
    },
  }),
]);

function broken(parts: BrokenFakeParts): BrokenPlugin {
  const samples = { credentials: { accepted: { username: "ada", password: PASSWORD } } };
  return brokenFake(PluginType.IDENTITY, { samples: parts.members === undefined ? samples : {}, ...parts });
}

function addressesAt(issuer: string): Readonly<Record<string, string>> {
  return {
    issuer,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    jwksUrl: `${issuer}/jwks`,
    authorizationUrl: `${issuer}/authorize`,
    tokenUrl: `${issuer}/token`,
    userinfoUrl: `${issuer}/userinfo`,
  };
}
