/** The product's name, the same in the manifest, on cards, in links and on pages. */
export const productName = 'AP Framework';
