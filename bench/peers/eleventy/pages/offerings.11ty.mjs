/** All offerings. */
import { catalogPage } from "../lib/catalog.mjs";

export default {
  data: { permalink: "/offering/" },
  render({
    collections: {
      site: [site],
    },
  }) {
    return catalogPage(site, site.offerings, "Offerings", {
      title: "Offerings",
      description:
        "Products, services and open-source projects around healthcare APIs, by kind, licence, standard and vendor.",
      path: "/offering/",
    });
  },
};
