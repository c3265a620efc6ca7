/** Real web servers of this machine, each set up by the site's file for it, on a free port. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export interface RunningServer {
  readonly url: string;
  /** Encodings that it sends copies in, or compresses to. */
  readonly encodings: readonly string[];
  stop(): Promise<void>;
}

export interface ServerKind {
  readonly name: string;
  /** Redirects name no host, and so are right behind a proxy that takes https for it. */
  readonly isRelative: boolean;
  /** The program, or why there is none. */
  find(): { readonly program: string } | { readonly missing: string };
  start(program: string, site: string): Promise<RunningServer>;
}

const MODULES = ["/usr/lib/nginx/modules", "/usr/share/nginx/modules"];
const APACHE_MODULES = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];

export const nginx: ServerKind = {
  name: "nginx",
  isRelative: true,
  find: () => found("nginx"),
  start(program, site) {
    const brotli = MODULES.map((folder) => join(folder, "ngx_http_brotli_static_module.so")).find((file) =>
      existsSync(file),
    );
    return startServer("nginx", ["gzip", ...(brotli ? ["br"] : [])], (folder, port) => {
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `  ${name}_temp_path ${join(folder, name)};`,
      );
      writeFileSync(
        join(folder, "nginx.conf"),
        [
          ...(brotli ? [`load_module ${brotli};`] : []),
          "daemon off;",
          // One process, which is the one to stop; its user is whoever runs the test.
          "master_process off;",
          `pid ${join(folder, "nginx.pid")};`,
          "error_log stderr warn;",
          "events { }",
          "http {",
          "  access_log off;",
          ...temporary,
          `  include ${site}/hosting/nginx-maps.conf;`,
          "  server {",
          `    listen 127.0.0.1:${port};`,
          `    root ${site};`,
          `    include ${site}/hosting/nginx-server.conf;`,
          ...(brotli ? ["    brotli_static on;"] : []),
          "  }",
          "}",
        ].join("\n"),
      );
      return spawn(program, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"]);
    });
  },
};

export const caddy: ServerKind = {
  name: "Caddy",
  isRelative: true,
  find: () => found("caddy"),
  start(program, site) {
    return startServer("Caddy", ["gzip", "br"], (folder, port) => {
      writeFileSync(
        join(folder, "Caddyfile"),
        [
          "{",
          "  admin off",
          "  auto_https off",
          `  storage file_system ${folder}`,
          "}",
          `:${port} {`,
          "  bind 127.0.0.1",
          `  root * ${site}`,
          `  import ${site}/hosting/site.caddy`,
          "}",
          "",
        ].join("\n"),
      );
      const env = { PATH: process.env["PATH"], HOME: folder };
      return spawn(program, ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], { env });
    });
  },
};

export const apache: ServerKind = {
  name: "Apache",
  isRelative: false,
  find() {
    const program = found("apache2", "httpd");
    return "program" in program && apacheModules() === undefined
      ? { missing: "Apache has no folder of modules" }
      : program;
  },
  start(program, site) {
    const modules = apacheModules() ?? "";
    const has = (name: string) => existsSync(join(modules, `mod_${name}.so`));
    const load = [
      "mpm_event",
      "unixd",
      "authz_core",
      "mime",
      "dir",
      "headers",
      "rewrite",
      "filter",
      "deflate",
      "brotli",
    ];
    return startServer("Apache", ["gzip", ...(has("brotli") ? ["br"] : [])], (folder, port) => {
      writeFileSync(join(folder, "mime.types"), "");
      writeFileSync(
        join(folder, "httpd.conf"),
        [
          `ServerRoot ${folder}`,
          "ServerName localhost",
          `Listen 127.0.0.1:${port}`,
          `PidFile ${join(folder, "httpd.pid")}`,
          ...load.filter(has).map((name) => `LoadModule ${name}_module ${join(modules, `mod_${name}.so`)}`),
          `ErrorLog ${join(folder, "error.log")}`,
          // Apache refuses to answer as root.
          ...(process.getuid?.() === 0 ? ["User #65534", "Group #65534"] : []),
          `DefaultRuntimeDir ${folder}`,
          `TypesConfig ${join(folder, "mime.types")}`,
          `DocumentRoot ${site}`,
          `<Directory ${site}>`,
          "  AllowOverride FileInfo Indexes Options",
          "  Require all granted",
          "</Directory>",
        ].join("\n"),
      );
      return spawn(program, ["-f", join(folder, "httpd.conf"), "-DFOREGROUND"]);
    });
  },
};

/** Rejects with what the server said when it ends or does not answer within ten seconds. */
async function startServer(
  name: string,
  encodings: readonly string[],
  run: (folder: string, port: number) => ChildProcess,
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "curalog-server-"));
  const port = await freePort();
  const server = run(folder, port);
  let said = "";
  let hasEnded = false;
  server.stderr?.on("data", (data) => {
    said += data;
  });
  const ended = new Promise<void>((end) => {
    server.once("error", (error) => {
      said += error.message;
      end();
    });
    server.once("exit", () => end());
  }).then(() => {
    hasEnded = true;
  });
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (hasEnded) break;
    const answer = await fetch(`${url}/robots.txt`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer) return { url, encodings, stop };
    await wait(100);
  }
  const log = join(folder, "error.log");
  if (existsSync(log)) said += readFileSync(log, "utf8");
  await stop();
  throw new Error(`${name} does not answer. It said: ${said}`);
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function found(...names: string[]): ReturnType<ServerKind["find"]> {
  const program = names.map(findProgram).find((path) => path !== undefined);
  return program === undefined ? { missing: `there is no ${names.join(" or ")} on this machine` } : { program };
}

/** Servers are often outside the PATH of those who are not root. */
function findProgram(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function apacheModules(): string | undefined {
  return APACHE_MODULES.find((folder) => existsSync(folder));
}
