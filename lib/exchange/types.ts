export const exchangeTypes = ['automatic', 'semi_automatic', 'operator'] as const;

export type ExchangeType = (typeof exchangeTypes)[number];

/** A text in each language of the office. */
export type Localized = { en: string; ru: string };

/** One line of the office's details of a method, as the customer is shown it. */
export type PayToLine = { key: string; titles: Localized; value: string; copy: boolean };
