import { expect, test } from "vitest";
import {
  namePlaywrightFailures,
  nameVitestFailures,
  playwrightNames,
  vitestNames,
} from "@/scripts/test-run/name-failures";

const passed = { fullName: "adds", status: "passed" };

test("what has not passed is named with its file and what was found, without lines of packages", () => {
  const found =
    "AssertionError: expected 1 to be 2\n    at /r/a.test.ts:3:1\n    at /r/node_modules/x.js:1";
  const assertionResults = [
    passed,
    { fullName: "subtracts", status: "failed", failureMessages: [found] },
    { fullName: "divides", status: "skipped", failureMessages: [] },
  ];
  const report = {
    testResults: [
      { name: "/r/a.test.ts", status: "failed", message: "", assertionResults },
      { name: "/r/b.test.ts", status: "passed", message: "", assertionResults: [passed] },
    ],
  };
  expect(nameVitestFailures(vitestNames.parse(report), "/r")).toEqual([
    "a.test.ts › subtracts\n    AssertionError: expected 1 to be 2\n        at /r/a.test.ts:3:1",
    "a.test.ts › divides\n    skipped",
  ]);
});

test("a file that could not be loaded is named, and so is one whose end failed after its tests", () => {
  const ended = { name: "/r/b.test.ts", status: "failed", message: "hook timed out" };
  const report = {
    testResults: [
      { name: "/r/a.test.ts", status: "failed", message: "no module", assertionResults: [] },
      { ...ended, assertionResults: [passed] },
    ],
  };
  expect(nameVitestFailures(vitestNames.parse(report), "/r")).toEqual([
    "a.test.ts\n    no module",
    "b.test.ts\n    hook timed out",
  ]);
});

test("journeys inside of groups are named with their project, also one that passed at the second attempt", () => {
  const red = "\u001b[31mexpected 3\u001b[39m\n\nreceived 4";
  const spec = (title: string, status: string, messages: string[]) => ({
    title,
    file: "shop.spec.ts",
    line: 7,
    tests: [
      {
        projectName: "phone",
        status,
        results: messages.map((message) => ({ error: { message } })),
      },
    ],
  });
  const inner = { specs: [spec("pays", "flaky", [red]), spec("waits", "skipped", [])] };
  const report = {
    suites: [{ specs: [spec("opens", "expected", [])], suites: [inner] }],
    errors: [{ message: "no server" }],
  };
  expect(namePlaywrightFailures(playwrightNames.parse(report))).toEqual([
    "Journeys\n    no server",
    "[phone] shop.spec.ts:7 › pays\n    expected 3\n    received 4",
    "[phone] shop.spec.ts:7 › waits\n    skipped",
  ]);
});
