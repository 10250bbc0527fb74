/** What a part of a chart stands for, and with that its colour: the three bands, or neutral ink. */
export type Fill = 'strong' | 'moderate' | 'weak' | 'ink';
