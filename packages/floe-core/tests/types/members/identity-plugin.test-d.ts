import { describe, expectTypeOf, test } from "vitest";
import type { CallOptions, IdentityPlugin, OidcConfig, PluginMetadata, TokenValidation, UserInfo } from "floe-core";

describe("IdentityPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof IdentityPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      "authenticate" | "getUserInfo" | "validateToken" | "getOidcConfig"
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<IdentityPlugin["authenticate"]>().toEqualTypeOf<
      (credentials: Readonly<Record<string, string>>, options?: CallOptions) => Promise<string | null>
    >();
    expectTypeOf<IdentityPlugin["getUserInfo"]>().toEqualTypeOf<(token: string, options?: CallOptions) => Promise<UserInfo | null>>();
    expectTypeOf<IdentityPlugin["validateToken"]>().toEqualTypeOf<(token: string, options?: CallOptions) => Promise<TokenValidation>>();
  });

  test("allows this", () => {
    expectTypeOf<IdentityPlugin["getOidcConfig"]>().toEqualTypeOf<((realm?: string) => OidcConfig) | undefined>();
  });

  test("gives these shapes", () => {
    expectTypeOf<UserInfo>().toEqualTypeOf<{
      readonly subject: string;
      readonly username?: string;
      readonly email?: string;
      readonly roles: readonly string[];
      readonly claims: Readonly<Record<string, unknown>>;
    }>();
    expectTypeOf<TokenValidation>().toEqualTypeOf<
      { readonly valid: true; readonly user: UserInfo; readonly expiresAt: string } | { readonly valid: false; readonly reason: string }
    >();
    expectTypeOf<OidcConfig>().toEqualTypeOf<{
      readonly issuer: string;
      readonly discoveryUrl: string;
      readonly jwksUrl: string;
      readonly authorizationUrl: string;
      readonly tokenUrl: string;
      readonly userinfoUrl: string;
    }>();
  });
});
