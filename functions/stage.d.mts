export declare const stage: (from: string, to: string) => void;
