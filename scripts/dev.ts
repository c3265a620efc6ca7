/** `npm run dev`: serves the site from the content as it is edited, at http://localhost:4321 or the port in `PORT`. */
import { dev } from "astro";

process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
await dev({ server: { port: Number(process.env["PORT"] ?? 4321) } });
