import { expect, test } from "vitest";
import { redactEvent } from "../../../src/events/redact-event.ts";
import { event } from "../../support/product.ts";

const redact = (text: string): string => text.replaceAll("hunter2", "[secret]");

test("redactEvent masks every text, names of members included, and leaves the event it was given as it is", () => {
  const said = {
    ...event("hunter2 job"),
    outputs: [
      {
        namespace: "at hunter2",
        name: "x",
        facets: { columnLineage: { fields: { hunter2: [{ field: "hunter2", position: 1, nothing: null }] } } },
      },
    ],
  };
  const sent = redactEvent(said, redact);
  expect(JSON.stringify(sent)).not.toContain("hunter2");
  expect(sent.outputs[0]).toEqual({
    namespace: "at [secret]",
    name: "x",
    facets: { columnLineage: { fields: { "[secret]": [{ field: "[secret]", position: 1, nothing: null }] } } },
  });
  expect(said.job.name).toBe("hunter2 job");
});

test("redactEvent leaves alone what a consumer reads an event by", () => {
  const said = { ...event("a"), run: { runId: "r", facets: { any: { _producer: "p", _schemaURL: "s" } } } };
  const read = [said.eventType, said.eventTime, said.producer, said.schemaURL, "r", "p", "s"];
  expect(redactEvent(said, (text) => (read.includes(text) ? "[secret]" : text))).toEqual(said);
});
