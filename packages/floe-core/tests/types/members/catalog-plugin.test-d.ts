import { describe, expectTypeOf, test } from "vitest";
import type { CallOptions, CatalogPlugin, HealthStatus, PluginContext, PluginMetadata, VendedCredentials } from "floe-core";

type Properties = Readonly<Record<string, string>>;

describe("CatalogPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof CatalogPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      | ("connect" | "createNamespace" | "listNamespaces" | "deleteNamespace")
      | ("createTable" | "listTables" | "dropTable" | "vendCredentials")
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<CatalogPlugin["connect"]>().toEqualTypeOf<
      (options?: CallOptions) => Promise<{ readonly name: string; readonly uri: string; readonly warehouse?: string }>
    >();
    expectTypeOf<CatalogPlugin["createNamespace"]>().toEqualTypeOf<
      (namespace: string, properties?: Properties, options?: CallOptions) => Promise<void>
    >();
    expectTypeOf<CatalogPlugin["listNamespaces"]>().toEqualTypeOf<(parent?: string, options?: CallOptions) => Promise<readonly string[]>>();
    expectTypeOf<CatalogPlugin["deleteNamespace"]>().toEqualTypeOf<(namespace: string, options?: CallOptions) => Promise<void>>();
    expectTypeOf<CatalogPlugin["createTable"]>().toEqualTypeOf<
      (
        identifier: string,
        schema: readonly { readonly name: string; readonly type: string; readonly required?: boolean }[],
        options?: { readonly location?: string; readonly properties?: Properties } & CallOptions,
      ) => Promise<void>
    >();
    expectTypeOf<CatalogPlugin["listTables"]>().toEqualTypeOf<(namespace: string, options?: CallOptions) => Promise<readonly string[]>>();
    expectTypeOf<CatalogPlugin["dropTable"]>().toEqualTypeOf<
      (identifier: string, options?: { readonly purge?: boolean } & CallOptions) => Promise<void>
    >();
    expectTypeOf<CatalogPlugin["vendCredentials"]>().toEqualTypeOf<
      (tablePath: string, operations: readonly ("READ" | "WRITE")[], options?: CallOptions) => Promise<VendedCredentials>
    >();
    expectTypeOf<CatalogPlugin["healthCheck"]>().toEqualTypeOf<(context: PluginContext) => HealthStatus | Promise<HealthStatus>>();
  });

  test("gives this shape", () => {
    expectTypeOf<VendedCredentials>().toEqualTypeOf<{
      readonly accessKey: string;
      readonly secretKey: string;
      readonly token?: string;
      readonly expiresAt: string;
    }>();
  });
});
