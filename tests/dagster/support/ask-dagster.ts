/** Asks Dagster's GraphQL as any other client would; what is no plain answer is an error of the test. */
export async function askDagster<Data>(url: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  const reply = (await response.json()) as { readonly data?: Data; readonly errors?: unknown };
  if (reply.data === undefined || reply.errors !== undefined) throw new Error(`Dagster answered: ${JSON.stringify(reply)}`);
  return reply.data;
}
