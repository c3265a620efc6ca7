import { renderMail } from "../../../outputs/digest/mail-html.ts";
import { mailPaths, mailRoute } from "../_mail-route.ts";

export const getStaticPaths = mailPaths;
export const GET = mailRoute("html", (digest) => renderMail(digest));
