import { expect, test } from "vitest";
import { parentFacet } from "../../../src/facets/parent-facet.ts";

const run = (name: string) => ({ runId: `id of ${name}`, job: { namespace: "prod", name } });
const reference = (name: string) => ({ run: { runId: `id of ${name}` }, job: { namespace: "prod", name } });

test("parentFacet takes the parent for the root unless told otherwise", () => {
  expect(parentFacet("https://example.com/p", run("flights"))).toMatchObject({
    parent: { ...reference("flights"), root: reference("flights") },
  });
  expect(parentFacet("https://example.com/p", run("flights"), run("nightly"))).toMatchObject({
    parent: { ...reference("flights"), root: reference("nightly") },
  });
});
