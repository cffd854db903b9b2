import type { feedback as zh } from '../zh-CN/feedback.ts';

export const feedback: typeof zh = {
  feedbackTitle: 'How was this service?',
  score: 'Score',
  scores: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
  tags: {
    on_time: 'On time',
    friendly: 'Friendly',
    careful: 'Careful',
    clean: 'Clean',
    helpful: 'Helpful',
    noisy: 'Noisy',
    late: 'Late',
    careless: 'Careless',
  },
  tagsTitle: 'Choose some words (or none)',
  send: 'Send',
  thanks: 'Thank you',
  thanksNote: 'No name and no number is kept.',
};
