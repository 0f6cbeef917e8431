import { PluginType } from "../plugin-type.ts";
import type { CallOptions } from "./call-options.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** Who a token speaks for. */
export interface UserInfo {
  readonly subject: string;
  readonly username?: string;
  readonly email?: string;
  readonly roles: readonly string[];
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Whether a token holds, and if not, why. */
export type TokenValidation =
  | { readonly valid: true; readonly user: UserInfo; readonly expiresAt: string }
  | { readonly valid: false; readonly reason: string };

/** What an OpenID Connect client has to know; all absolute URLs. */
export interface OidcConfig {
  readonly issuer: string;
  readonly discoveryUrl: string;
  readonly jwksUrl: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userinfoUrl: string;
}

/** Who may come in. */
export abstract class IdentityPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.IDENTITY);
  }

  /** A token for these credentials, or null if they are not accepted. */
  abstract authenticate(credentials: Readonly<Record<string, string>>, options?: CallOptions): Promise<string | null>;
  /** Who the token speaks for, or null if it does not hold. */
  abstract getUserInfo(token: string, options?: CallOptions): Promise<UserInfo | null>;
  /** Never throws for a bad token: that is an answer. */
  abstract validateToken(token: string, options?: CallOptions): Promise<TokenValidation>;
  /** The provider's OpenID Connect addresses. Pure. */
  getOidcConfig?(realm?: string): OidcConfig;
}
