/**
 * Search parameters that a US Core server of a release must have, by resource type that it must know.
 * From the CapabilityStatement `us-core-server` of that release: what it marks SHALL.
 * https://hl7.org/fhir/us/core/STU6.1/CapabilityStatement-us-core-server.html
 */
export const usCore = {
  version: "6.1.0",
  required: {
    AllergyIntolerance: ["patient"],
    CarePlan: [],
    CareTeam: [],
    Condition: ["patient"],
    Coverage: ["patient"],
    Device: ["patient"],
    DiagnosticReport: ["patient"],
    DocumentReference: ["_id", "patient"],
    Encounter: ["_id", "patient"],
    Endpoint: [],
    Goal: ["patient"],
    Immunization: ["patient"],
    Location: ["address", "name"],
    Media: [],
    Medication: [],
    MedicationDispense: ["patient"],
    MedicationRequest: [],
    Observation: [],
    Organization: ["address", "name"],
    Patient: ["_id", "identifier", "name"],
    Practitioner: ["identifier", "name"],
    PractitionerRole: ["practitioner", "specialty"],
    Procedure: ["patient"],
    Provenance: [],
    RelatedPerson: ["_id"],
    ServiceRequest: ["_id", "patient"],
    Specimen: ["_id"],
  } satisfies Record<string, readonly string[]> as Readonly<Record<string, readonly string[]>>,
} as const;
