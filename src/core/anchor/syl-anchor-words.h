/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylAnchorWord:
 * @start: first byte in the normalised text
 * @end: byte behind the last one
 * @hash: hash of these bytes
 *
 * A word of a normalised text: a run of letters and digits, a run of one mark, or a letter of a
 * script that does not part words.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 hash;
} SylAnchorWord;

/**
 * SylAnchorWords:
 * @array: (array length=length): the words in their order
 * @length: how many
 *
 * The words of a text.
 */
typedef struct
{
  SylAnchorWord *array;
  guint32 length;
} SylAnchorWords;

/**
 * SylAnchorIndex:
 *
 * Where in a text each hash stands.
 */
typedef struct _SylAnchorIndex SylAnchorIndex;

void            syl_anchor_words_init      (SylAnchorWords       *self,
                                            const char           *text,
                                            gsize                 length);
void            syl_anchor_words_clear     (SylAnchorWords       *self);
guint32         syl_anchor_words_hash_pair (const SylAnchorWords *self,
                                            guint32               index);
guint32         syl_anchor_words_hash_two  (const SylAnchorWords *self,
                                            guint32               first,
                                            guint32               second);
guint32         syl_anchor_words_find      (const SylAnchorWords *self,
                                            gsize                 offset);

SylAnchorIndex *syl_anchor_index_new       (const SylAnchorWords *words,
                                            gboolean              pairs);
void            syl_anchor_index_free      (SylAnchorIndex       *self);
const guint64  *syl_anchor_index_look_up   (const SylAnchorIndex *self,
                                            guint32               hash,
                                            guint32              *n_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylAnchorIndex, syl_anchor_index_free)

G_END_DECLS
