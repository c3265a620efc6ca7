/** Titles in the scripts that the fonts of social images cover, for tests. */

export const titles = {
  Latin: "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise",
  "Latin with accents": "Łódź, Brașov, Örebro and Đà Nẵng exchange records",
  Greek: "Διεπαφές προγραμματισμού στην υγεία",
  Cyrillic: "Программные интерфейсы в здравоохранении",
  Arabic: "واجهات برمجة التطبيقات FHIR R4 في الرعاية الصحية",
  Persian: "می‌خواهم داده‌های سلامت",
  Hebrew: "ממשקי API בבריאות: שלוש דרכים (FHIR)",
  Hindi: "स्वास्थ्य सेवा एपीआई: तीन तरीके",
  Chinese: "医疗保健接口：三种不同方式",
  "Traditional Chinese": "醫療保健介面的三種方式",
  Japanese: "医療APIの三つの違いとデータ",
  Korean: "의료 분야 API가 다른 세 가지 방식",
} as const;

/** 200 characters in words. */
export const LONG_TITLE =
  "Healthcare APIs: three ways in which interfaces differ in healthcare from those of an enterprise, and what that means for the vendors, payers and patients whose records they were built to carry onward";
