import type { CatalogConnection } from "floe-core";
import { quoteIdentifier } from "../sql/quote-identifier.ts";
import { quoteLiteral } from "../sql/quote-literal.ts";

/**
 * The statements that make an Iceberg REST catalog readable under its name: the extension, then the
 * credentials as a temporary secret, then the ATTACH, which names the secret and holds nothing of it.
 * Each statement can be run again: a secret is replaced, an attached catalog kept.
 */
export function catalogAttachmentSql({ name, uri, warehouse, credentials }: CatalogConnection): readonly string[] {
  const endpoint = uri.replace(/\/+$/, "");
  const secret = quoteIdentifier(`floe_catalog_${name}`);
  const access = credentials === undefined ? "AUTHORIZATION_TYPE 'none'" : `SECRET ${secret}`;
  const options = `TYPE iceberg, ENDPOINT ${quoteLiteral(endpoint)}, ${access}`;
  return [
    "LOAD iceberg",
    ...(credentials === undefined ? [] : [createSecret(secret, endpoint, credentials)]),
    `ATTACH IF NOT EXISTS ${quoteLiteral(warehouse)} AS ${quoteIdentifier(name)} (${options})`,
  ];
}

function createSecret(
  secret: string,
  endpoint: string,
  { clientId, clientSecret }: NonNullable<CatalogConnection["credentials"]>,
): string {
  const options = [
    "TYPE iceberg",
    `CLIENT_ID ${quoteLiteral(clientId)}`,
    `CLIENT_SECRET ${quoteLiteral(clientSecret)}`,
    `OAUTH2_SERVER_URI ${quoteLiteral(`${endpoint}/v1/oauth/tokens`)}`,
  ];
  return `CREATE OR REPLACE TEMPORARY SECRET ${secret} (${options.join(", ")})`;
}
