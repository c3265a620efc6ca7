import { renderMailText } from "../../../outputs/digest/mail-text.ts";
import { mailPaths, mailRoute } from "../_mail-route.ts";

export const getStaticPaths = mailPaths;
export const GET = mailRoute("txt", renderMailText);
