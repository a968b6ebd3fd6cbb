export type Style = 'red' | 'green' | 'yellow' | 'bold' | 'dim' | 'cyan';
/** Colours a text for a terminal; without colour it gives the text as it is. */
export type Paint = (style: Style, text: string) => string;
