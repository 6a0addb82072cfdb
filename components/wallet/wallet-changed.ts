/** Told to the window when the balance in the head of the page has changed: pages about the wallet render anew. */
export const walletChanged = 'kantor:wallet';
