import CMS from "@sveltia/cms";

await CMS.init();
