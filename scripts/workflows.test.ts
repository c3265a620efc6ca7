/** What every workflow must keep to, and what each is for. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("the pull request of interfaces loses nothing: neither after an update of its branch nor after a commit by hand", (t) => {
  const root = mkdtempSync(join(tmpdir(), "curalog-workflow-"));
  t.after(() => rmSync(root, { recursive: true }));
  const { env, jobs } = workflow("interfaces.yml");
  const run = (script = "") => {
    const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-euo", "pipefail", "-c", script], {
      cwd: root,
      env: {
        PATH: `${root}/bin:${process.env["PATH"]}`,
        HOME: root,
        GIT_CONFIG_NOSYSTEM: "1",
        GITHUB_OUTPUT: join(root, "output"),
        ...env,
        ...z.record(z.string(), z.string()).parse(jobs["refresh"]?.["env"]),
      },
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  };
  const runStep = (name: string) =>
    run(`cd clone; ${jobs["refresh"]?.steps.find((step) => step["name"] === name)?.run}`);
  const TAKE_OVER = "Take over what the open pull request knows";

  const made = run(`
    printf '[user]\nname = A\nemail = a@b.example\n' > .gitconfig
    mkdir bin; printf '#!/bin/sh\nif [ "$1" = pr ]; then echo 7; fi\n' > bin/gh; chmod +x bin/gh
    git init --quiet --initial-branch main work; cd work; mkdir -p $FACTS
    echo 0 | tee README $FACTS/{a,b,c}.json; git add .; git commit --quiet -m First; git branch $BRANCH
    echo 1 > README; git commit --quiet -am 'Go on'
    git switch --quiet $BRANCH; echo found | tee $FACTS/{a,b}.json; git commit --quiet -am Refresh
    git merge --quiet main -m Update; rm $FACTS/c.json; git commit --quiet -am 'By hand'
    git switch --quiet main; echo here | tee README $FACTS/b.json; git commit --quiet -am 'Go on'
    git clone --quiet . ../clone`);
  assert.equal(made.status, 0, made.said);
  const [b, records] = ["content/facts/interfaces/b.json", "cd $FACTS; grep . *"];
  assert.deepEqual(runStep(TAKE_OVER), { status: 0, said: `${b} has changed here since, and is left as it is.\n` });
  assert.equal(run(`cd clone; cat README; ${records}`).said, "here\na.json:found\nb.json:here\n");

  run("cd work; git switch --quiet $BRANCH; echo late > README; git commit --quiet -am Late");
  assert.match(runStep("Push the branch").said, /\(stale info\)/);
  run("cd clone; git fetch --quiet");
  assert.match(
    runStep(TAKE_OVER).said,
    /^::error::The branch interfaces\/facts also changes README\. Merge its pull request/,
  );
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
