import { describe, expect, test } from "vitest";
import { lineageEndpoint } from "../../../src/transport/lineage-endpoint.ts";

describe("lineageEndpoint", () => {
  test.each([
    ["http://localhost:5000", "http://localhost:5000/api/v1/lineage"],
    ["https://lineage.example/?key=1", "https://lineage.example/api/v1/lineage?key=1"],
    ["https://lineage.example/own/path", "https://lineage.example/own/path"],
  ])("makes of %s %s", (url, expected) => {
    expect(lineageEndpoint(url).href).toBe(expected);
  });

  test.each(["", "localhost:5000", "/api", "ftp://host/x", "file:///x"])("refuses %j", (url) => {
    expect(() => lineageEndpoint(url)).toThrow(
      expect.objectContaining({ code: "FLOE_LINEAGE_TRANSPORT", hint: expect.stringContaining("http://localhost:5000") }),
    );
  });

  test.each(["http://ada:hunter2@host/", "http://hunter2@host/", "http://:hunter2@host/"])(
    "refuses credentials without repeating them: %s",
    (url) => {
      expect(() => lineageEndpoint(url)).toThrow("the url holds a user or a password");
      expect(() => lineageEndpoint(url)).not.toThrow("hunter2");
    },
  );
});
