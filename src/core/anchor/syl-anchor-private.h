/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "anchor/syl-anchor-page.h"
#include "anchor/syl-anchor-words.h"
#include "anchor/syl-normal-text.h"

G_BEGIN_DECLS

/* How a quote is found again:
 *
 *   selector → pattern: words before, of, and behind the quote ─┐
 *   page → normal text → words → index of words and of pairs ───┴→ exact hits ─ all around alike → attached
 *                                                                      │
 *   words in common → diagonals that many of them lie on → alignment → place → judgement
 *
 * A diagonal is the difference between the index of a word in the page and in the pattern. */

/* Weights are in sixteenths of a bit: what it tells that this word, and no other, stands there. */
#define SYL_ANCHOR_BIT 16

struct _SylAnchorPage
{
  char *text;                /* owned */
  gsize length;
  SylTextOffsets *offsets;   /* owned */
  SylNormalText *normal;     /* owned */
  SylAnchorWords words;
  SylAnchorIndex *singles;   /* owned */
  SylAnchorIndex *pairs;     /* owned */
  guint64 hash;              /* of the normalised text; never 0 */
  gint64 work;               /* steps that may still be taken for the quotes at hand */
};

/* A pair of words that stood in the text only once, and does so again. */
typedef struct
{
  double expected;  /* word of the page where the quote should begin */
  double tolerance; /* words */
} SylAnchorLandmark;

#define SYL_ANCHOR_MAX_LANDMARKS 8

typedef struct
{
  const SylAnchorSelector *selector; /* unowned */
  char *text;                        /* owned; normalised: before, quote, behind */
  gsize length;
  gsize quote_start;                 /* in @text */
  gsize quote_end;
  SylAnchorWords words;
  guint32 first;                     /* word of the quote */
  guint32 end;                       /* word behind its last one */
  int *weights;                      /* owned; one a word; NULL before they are weighed */
  double rival;                      /* share of the quote that stood elsewhere, too */
  SylAnchorLandmark landmarks[SYL_ANCHOR_MAX_LANDMARKS];
  unsigned int n_landmarks;
  double expected;                   /* word of the page where the quote should be; below 0: not known */
} SylAnchorPattern;

/* A range of diagonals. */
typedef struct
{
  gint64 low;
  gint64 high;
} SylAnchorBand;

#define SYL_ANCHOR_NO_PARTNER G_MAXUINT32

/* Which word of the page each word of the pattern became. */
typedef struct
{
  guint32 *partners; /* owned; SYL_ANCHOR_NO_PARTNER: none */
  guint8 *likeness;  /* owned; of partners, in per cent: 100 for the same word, 0 for another one in its stead */
  double bits;       /* what the alignment tells */
} SylAnchorAlignment;

/* What became of the quote somewhere in the page. */
typedef struct
{
  gsize start;       /* in the normalised text */
  gsize end;
  double word;       /* index in the page of the word that the quote begins with, or would */
  gboolean same;     /* it is the quote, to the letter */
  gboolean closed;   /* what stood before it and behind it are neighbours now */
  double quote;      /* share of the quote that is there, by what its words tell */
  double spread;     /* how long it is now, as a multiple of the quote’s length */
  double before;     /* the same of the nearer words before it */
  double after;
  double bits;       /* what speaks for this place */
} SylAnchorPlace;

/* In syl-anchor-pattern.c */
gboolean syl_anchor_pattern_init      (SylAnchorPattern        *self,
                                       const SylAnchorSelector *selector,
                                       const SylAnchorPage     *page);
void     syl_anchor_pattern_weigh     (SylAnchorPattern        *self,
                                       const SylAnchorPage     *page);
void     syl_anchor_pattern_clear     (SylAnchorPattern        *self);
double   syl_anchor_pattern_sum       (const SylAnchorPattern  *self,
                                       guint32                  first,
                                       guint32                  end);

/* In syl-anchor-landmarks.c */
char    *syl_anchor_landmarks_choose  (const SylAnchorPage     *page,
                                       guint32                  first,
                                       guint32                  end);
void     syl_anchor_landmarks_find    (SylAnchorPattern        *pattern,
                                       const SylAnchorPage     *page);
unsigned int syl_anchor_landmarks_count (const SylAnchorPattern *pattern,
                                         double                  word);

/* In syl-anchor-exact.c */
GArray  *syl_anchor_find_exact        (const SylAnchorPattern  *pattern,
                                       const SylAnchorPage     *page);
gsize    syl_anchor_common_before     (const SylAnchorPattern  *pattern,
                                       const SylAnchorPage     *page,
                                       gsize                    hit);
gsize    syl_anchor_common_after      (const SylAnchorPattern  *pattern,
                                       const SylAnchorPage     *page,
                                       gsize                    hit);

/* In syl-anchor-candidates.c */
GArray  *syl_anchor_find_bands        (const SylAnchorPattern  *pattern,
                                       SylAnchorPage           *page);
GArray  *syl_anchor_find_more_bands   (const SylAnchorPattern  *pattern,
                                       SylAnchorPage           *page,
                                       GArray                  *hits);

/* In syl-anchor-similar.c */
gboolean syl_anchor_find_similar      (const SylAnchorPattern  *pattern,
                                       SylAnchorPage           *page,
                                       SylAnchorPlace          *place);

/* In syl-anchor-align.c */
gboolean syl_anchor_align             (const SylAnchorPattern  *pattern,
                                       SylAnchorPage           *page,
                                       SylAnchorBand            band,
                                       SylAnchorAlignment      *alignment);
void     syl_anchor_alignment_clear   (SylAnchorAlignment      *self);

/* In syl-anchor-place.c */
void     syl_anchor_place_init        (SylAnchorPlace           *self,
                                       const SylAnchorPattern   *pattern,
                                       const SylAnchorPage      *page,
                                       const SylAnchorAlignment *alignment);

/* In syl-anchor-seam.c */
double   syl_anchor_find_seam         (const SylAnchorPattern  *pattern,
                                       const SylAnchorPage     *page,
                                       gboolean                *exact);

/* In syl-anchor-match.c */
GArray  *syl_anchor_find_places       (const SylAnchorPattern  *pattern,
                                       SylAnchorPage           *page,
                                       GArray                  *hits,
                                       gboolean                 all);

G_END_DECLS
