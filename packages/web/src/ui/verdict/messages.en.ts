import { figureSentences } from '@likeness/core';

/** The verdict and all that the server says about figures, in English: the sentences are the API's own. */
export const messages = {
  words: {
    'good': 'Good likeness',
    'fair': 'Fair likeness',
    'poor': 'Poor likeness',
    'too broad': 'Too broad to tell',
    'too few to tell': 'Too few to tell',
    'no rules yet': 'No rules yet',
    'not calculated': 'Not calculated yet',
  },
  sentences: figureSentences,
};
