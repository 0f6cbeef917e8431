// One contender as a process of its own, without the harness: node discovery-alone.mjs <contender> <case as JSON>
import { contenders } from "./discovery-contenders.mjs";

const [, , contender = "", caseText = ""] = process.argv;
const run = await contenders[contender]?.(JSON.parse(caseText));
const began = performance.now();
const answer = await run?.();
console.log(JSON.stringify({ ms: performance.now() - began, answer }));
