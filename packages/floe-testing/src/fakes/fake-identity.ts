import { IdentityPlugin, type CallOptions, type TokenValidation, type UserInfo } from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** Any member of an identity plugin, and who may come in. */
export interface FakeIdentityOptions extends FakeOptions<IdentityPlugin> {
  /** Username to password. Default: nobody. */
  readonly users?: Readonly<Record<string, string>>;
}

/** Users in memory. A token is `token:` and the username. */
export class FakeIdentity extends IdentityPlugin implements Fake {
  readonly calls: readonly FakeCall[];
  readonly #users: ReadonlyMap<string, string>;

  constructor({ users = {}, ...options }: FakeIdentityOptions = {}) {
    super();
    this.#users = new Map(Object.entries(users));
    this.calls = installFake(this, options);
  }

  async authenticate(credentials: Readonly<Record<string, string>>, options?: CallOptions): Promise<string | null> {
    options?.signal?.throwIfAborted();
    const { username = "", password } = credentials;
    const expected = this.#users.get(username);
    return expected !== undefined && expected === password ? `token:${username}` : null;
  }

  async getUserInfo(token: string, options?: CallOptions): Promise<UserInfo | null> {
    options?.signal?.throwIfAborted();
    const subject = token.startsWith("token:") ? token.slice("token:".length) : "";
    return this.#users.has(subject) ? { subject, username: subject, roles: [], claims: {} } : null;
  }

  async validateToken(token: string, options?: CallOptions): Promise<TokenValidation> {
    const user = await this.getUserInfo(token, options);
    if (user === null) return { valid: false, reason: "no such token was given out" };
    return { valid: true, user, expiresAt: "2999-01-01T00:00:00.000Z" };
  }
}
