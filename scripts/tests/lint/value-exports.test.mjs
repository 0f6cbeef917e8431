import { expect, test } from "vitest";
import { declaresValueExport } from "../../lint/value-exports.mjs";

test.each([
  ["export const a = 1;", true],
  ["export abstract class A {}", true],
  ["export async function a() {}", true],
  ["const a = 1; export { a };", true],
  ["export default 1;", true],
  ["export interface A {} export type B = A;", false],
  ["interface A {} export type { A };", false],
  ["interface A {} export { type A };", false],
  ['export { a } from "./a.ts";', false],
  ["export declare const a: number;", false],
  ["const a = 1;", false],
])("declaresValueExport(%j) is %j", (text, answer) => {
  expect(declaresValueExport(text)).toBe(answer);
});
