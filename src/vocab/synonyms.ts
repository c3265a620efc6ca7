/**
 * Phrases that readers use for the same thing, for the search, folded. One
 * group a line; the topic crosswalk adds more at build. Only what is the same
 * in this field belongs here: `api` and `interface` are not.
 */
export const synonyms: readonly (readonly string[])[] = [
  ["ehr", "ehrs", "emr", "emrs", "electronic medical record", "electronic medical records"],
  ["phr", "personal health record", "personal health records"],
  ["prior authorization", "prior authorisation", "prior auth", "preauthorization", "pre authorization"],
  ["mfa", "multi factor authentication", "two factor authentication", "2fa"],
  ["fhir", "fast healthcare interoperability resources"],
  ["interop", "interoperability"],
  ["e prescribing", "eprescribing", "electronic prescribing", "erx", "e prescription"],
  ["telehealth", "telemedicine", "virtual care"],
  ["mhealth", "mobile health"],
  ["rpm", "remote patient monitoring"],
  ["hie", "health information exchange"],
  ["qhin", "qhins", "qualified health information network", "qualified health information networks"],
  ["tefca", "trusted exchange framework", "trusted exchange framework and common agreement"],
  ["cds", "clinical decision support"],
  ["rcm", "revenue cycle management"],
  ["llm", "llms", "large language model", "large language models"],
  ["mcp", "model context protocol"],
  ["nlp", "natural language processing"],
  ["iot", "internet of things"],
  ["saas", "software as a service"],
  ["open source", "opensource", "oss"],
  ["aws", "amazon web services"],
  ["gcp", "google cloud"],
  ["va", "veterans affairs", "department of veterans affairs"],
  ["nhs", "national health service"],
  ["cms", "centers for medicare medicaid services", "centers for medicare and medicaid services"],
  ["onc", "astp", "office of the national coordinator"],
  ["hhs", "health and human services"],
  ["nih", "national institutes of health"],
  ["nlm", "national library of medicine"],
  ["who", "world health organization"],
  ["pghd", "patient generated health data"],
  ["sdoh", "social determinants of health"],
  ["oidc", "openid connect"],
  ["sso", "single sign on"],
  ["oauth2", "oauth 2 0", "oauth 2"],
  ["c cda", "ccda", "consolidated cda"],
  ["bulk data access", "bulk data", "bulk fhir", "flat fhir"],
  ["hl7 v2", "hl7v2", "hl7 version 2"],
];

/** Phrases for which others are looked for as well, but not the other way round: who types `saml` means SAML. */
export const looksFor: readonly (readonly [typed: readonly string[], wanted: readonly string[]])[] = [
  [
    ["sso", "single sign on"],
    ["identity and access management", "openid connect", "saml"],
  ],
  [["pa"], ["prior authorization"]],
  // Licences, whose SPDX identifiers lack the word.
  [["apache license", "apache licence"], ["apache 2 0"]],
  [["bsd license", "bsd licence"], ["bsd 3 clause"]],
  [["mit license", "mit licence"], ["mit"]],
  [
    ["mpl license", "mpl licence", "mozilla public license", "mozilla public licence"],
    ["mpl 1 1", "mpl 2 0"],
  ],
  [["gpl license", "gpl licence", "gnu general public license", "gnu general public licence"], ["gpl 3 0"]],
  [
    ["agpl license", "agpl licence", "gnu affero general public license", "gnu affero general public licence"],
    ["agpl 3 0"],
  ],
];
