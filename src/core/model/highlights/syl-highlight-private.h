/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/highlights/syl-highlight-history.h"
#include "model/syl-emptied-note.h"
#include "model/syl-facts.h"
#include "model/syl-highlight.h"
#include "model/syl-library-highlights.h"

G_BEGIN_DECLS

typedef struct _SylHighlightEdit SylHighlightEdit;

/* An edit of one highlight, or one step back or forth. */
struct _SylHighlightEdit
{
  SylHighlightHistory *history; /* owned */
  guint64 serial;               /* of its step; 0 while it has none */
  gboolean is_turn;             /* undoes a step, or does it again, and makes none */
  gboolean redo;
  void (*change) (SylHighlightFacts *facts, const SylHighlightEdit *edit);
  SylHighlightFacts *wanted;    /* owned; NULL for a turn */
};

SylHighlightEdit *_syl_highlight_edit_new (SylHighlightHistory     *history,
                                           const char              *uuid);
gboolean      _syl_highlight_facts_match (const SylHighlightFacts *a,
                                          const SylHighlightFacts *b);

SylHighlight *_syl_highlight_new        (void);
void          _syl_highlight_take_facts (SylHighlight      *self,
                                         SylHighlightFacts *facts,
                                         guint64            generation);

SylEmptiedNote *_syl_emptied_note_new   (SylEmptiedNoteFacts *facts);

gboolean      _syl_highlight_draft_check        (const SylHighlightDraft  *draft,
                                                 GError                  **error);
gboolean      _syl_highlight_check_note         (const char               *note,
                                                 GError                  **error);
gboolean      _syl_highlight_check_meaning      (unsigned int              meaning,
                                                 GError                  **error);
gboolean      _syl_highlight_check_meaning_name (const char               *name,
                                                 GError                  **error);

G_END_DECLS
