/** What every workflow must keep to, and what each is for. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";

const Permissions = z.record(z.string(), z.enum(["read", "write", "none"]));
const Step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const Job = z.looseObject({
  "runs-on": z.string(),
  "timeout-minutes": z.number().max(120),
  permissions: Permissions.optional(),
  steps: z.array(Step).min(1),
});
const Workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: Permissions,
  env: z.record(z.string(), z.string()).optional(),
  concurrency: z.looseObject({ group: z.string() }).optional(),
  jobs: z.record(z.string(), Job),
});

const folder = ".github/workflows";
const workflows = new Map(
  readdirSync(folder).map((file) => [file, Workflow.parse(parse(readFileSync(`${folder}/${file}`, "utf8")))]),
);
const jobs = [...workflows].flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => ({ where: `${file}: ${name}`, job })),
);
const steps = jobs.flatMap(({ where, job }) => job.steps.map((step) => ({ where, step })));
const runs = steps.flatMap(({ where, step: { run } }) => (run === undefined ? [] : [{ where, run }]));

function workflow(file: string) {
  const found = workflows.get(file);
  assert.ok(found, file);
  return found;
}

test("there are as many as there should be", () => {
  assert.deepEqual([...workflows.keys()].sort(), [
    "annotate.yml",
    "check.yml",
    "curate.yml",
    "interfaces.yml",
    "links.yml",
    "nightly.yml",
  ]);
  assert.ok(jobs.length >= 6 && runs.length >= 12, `${jobs.length} jobs, ${runs.length} scripts`);
});

test("no workflow runs the code of a stranger with rights", () => {
  for (const [file, { on, permissions }] of workflows) {
    assert.ok(!("pull_request_target" in on) && !("workflow_run" in on) && !("issue_comment" in on), file);
    assert.ok(!Object.values(permissions).includes("write"), `${file} gives every job what one job needs`);
    if ("pull_request" in on) {
      const rights = [permissions, ...Object.values(workflow(file).jobs).map((job) => job.permissions ?? {})];
      assert.ok(!rights.flatMap(Object.values).includes("write"), file);
    }
  }
});

test("actions are pinned by commit, with the version beside it", () => {
  let count = 0;
  for (const [file] of workflows) {
    for (const line of readFileSync(`${folder}/${file}`, "utf8").split("\n")) {
      if (!/^\s*(?:- )?uses:/.test(line)) continue;
      count += 1;
      assert.match(line, /uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/, file);
    }
  }
  assert.equal(count, steps.filter(({ step }) => step.uses !== undefined).length);
  assert.ok(count >= 8, `${count} actions`);
});

test("no expression is part of a script, so that nothing submitted can be", () => {
  for (const { where, run } of runs) assert.doesNotMatch(run, /\$\{\{/, where);
});

test("no secret is named, and the token is given to steps, never to a job that checks a page or a pull request out", () => {
  for (const [file] of workflows) {
    assert.doesNotMatch(readFileSync(`${folder}/${file}`, "utf8"), /secrets\b/, file);
  }
  let checkouts = 0;
  for (const { where, job } of jobs) {
    const checkout = job.steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
    if (!checkout) continue;
    checkouts += 1;
    assert.equal(checkout.with?.["persist-credentials"], false, where);
    assert.ok(!JSON.stringify(job["env"] ?? {}).includes("token"), where);
  }
  assert.ok(checkouts >= 4);
  for (const { where, step } of steps) {
    if (!JSON.stringify(step.env ?? {}).includes("github.token")) continue;
    assert.doesNotMatch(step.run ?? "", /(?:^|[|&;(!{]|then|else)\s*(?:npm|npx|node)\b/m, `${where} runs our own code`);
  }
});

test("a submitted link is curated when an editor sets the label, which the form does not set", () => {
  const { on, jobs, concurrency } = workflow("curate.yml");
  assert.deepEqual(on, { issues: { types: ["labeled"] } });
  assert.match(String(jobs["curate"]?.["if"]), /github\.event\.label\.name == 'curate'/);
  assert.match(concurrency?.group ?? "", /issue\.number/);
  assert.deepEqual(jobs["curate"]?.permissions, { contents: "write" });
  assert.deepEqual(jobs["answer"]?.permissions, { contents: "read", issues: "write", "pull-requests": "write" });
  const form = parse(readFileSync(".github/ISSUE_TEMPLATE/submit-link.yml", "utf8"));
  assert.deepEqual(form.labels, ["submission"]);
});

test("a pull request is annotated by its own event alone", () => {
  const { on, permissions } = workflow("annotate.yml");
  assert.deepEqual([Object.keys(on), permissions], [["pull_request"], { contents: "read" }]);
});

test("pull requests are looked for among our own, since a fork can have a branch of any name", () => {
  const lists = runs.flatMap(({ run }) => run.match(/gh pr list .*/g) ?? []);
  assert.ok(lists.length >= 2);
  for (const list of lists) assert.match(list, /--json number,isCrossRepository --jq "\$OURS"/);
});

test("the long tests run each night, with rights to read", () => {
  const { on, permissions, jobs } = workflow("nightly.yml");
  assert.match(JSON.stringify(on["schedule"]), /"cron":"\d+ \d+ \* \* \*"/);
  assert.deepEqual(permissions, { contents: "read" });
  assert.deepEqual(jobs["test"]?.steps.at(-1)?.run, "npm ci && npm run test:long");
});

test("links are checked, and interfaces read again, once a week, each with one branch of its own", () => {
  for (const [file, job] of [
    ["links.yml", "check"],
    ["interfaces.yml", "refresh"],
  ] as const) {
    const { on, jobs } = workflow(file);
    assert.match(JSON.stringify(on["schedule"]), /"cron":"\d+ \d+ \* \* \d"/);
    assert.deepEqual(jobs[job]?.permissions, { contents: "write", "pull-requests": "read" }, file);
    assert.deepEqual(jobs["pull-request"]?.permissions, { contents: "read", "pull-requests": "write" }, file);
  }
});

test("dependencies are updated weekly, in groups", () => {
  const { updates } = parse(readFileSync(".github/dependabot.yml", "utf8"));
  assert.deepEqual(
    updates.map((update: { "package-ecosystem": string; schedule: { interval: string }; groups: object }) => [
      update["package-ecosystem"],
      update.schedule.interval,
      Object.keys(update.groups).length > 0,
    ]),
    [
      ["npm", "weekly", true],
      ["github-actions", "weekly", true],
    ],
  );
});
