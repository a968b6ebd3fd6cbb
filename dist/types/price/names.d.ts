/** What a call's model may be called in a catalog; without a provider where only the model's own name is meant. */
export interface CatalogName {
    readonly provider: string | null;
    readonly model: string;
}
/** Other names of a provider, lower case, and its name in the price list. */
export type Providers = ReadonlyMap<string, string>;
/**
 * Names to look for, best first: with the record's provider, with the providers that prefix the model
 * (`openrouter/anthropic/…`), then the model alone. Lower case.
 */
export declare function listNames(provider: string | null, model: string, providers: Providers): CatalogName[];
/** `provider/model`, or the model where there is no provider. */
export declare function joinName({ provider, model }: CatalogName): string;
/** The providers before a model's own name, the outermost first, and that name. Lower case. */
export declare function splitProviders(model: string, providers: Providers): {
    readonly providers: readonly string[];
    readonly model: string;
};
/** A name as writers may have meant it, whatever the case and the blanks around it. */
export declare function clean(name: string): string;
/** The longest known provider before a `/`, `:` or `.`. */
export declare function splitPrefix(name: string, providers: Providers): {
    provider: string;
    whole: string;
    rest: string;
} | null;
