/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"

G_BEGIN_DECLS

/**
 * SylHighlightHistory:
 *
 * The last edits of highlights, each as it was before and after. Kept on the writer thread, in the
 * order in which edits are stored, so that an undo that is asked for right after an edit means that
 * edit; looked at on the main thread.
 */
typedef struct _SylHighlightHistory SylHighlightHistory;

/**
 * SylHighlightStep:
 * @serial: tells steps apart
 * @before: (owned): the highlight before the edit
 * @after: (owned): the highlight after it
 * @typed: when its note was saved last while it is typed, -1 if this is no typing, or no longer
 * @earlier: (owned) (nullable): the highlight before the last of several saves, if there were
 * @earlier_serial: what the step was known by then
 *
 * One edit of one highlight. A note that is typed is saved now and then, and all of that is one edit.
 */
typedef struct
{
  guint64 serial;
  SylHighlightFacts *before;
  SylHighlightFacts *after;
  gint64 typed;
  SylHighlightFacts *earlier;
  guint64 earlier_serial;
} SylHighlightStep;

SylHighlightHistory *syl_highlight_history_new        (void);
SylHighlightHistory *syl_highlight_history_ref        (SylHighlightHistory *self);
void                 syl_highlight_history_unref      (SylHighlightHistory *self);
guint64              syl_highlight_history_add        (SylHighlightHistory *self,
                                                       SylHighlightFacts   *before,
                                                       SylHighlightFacts   *after);
guint64              syl_highlight_history_add_typing (SylHighlightHistory *self,
                                                       SylHighlightFacts   *before,
                                                       SylHighlightFacts   *after,
                                                       gint64               time);
SylHighlightStep    *syl_highlight_history_pop        (SylHighlightHistory *self,
                                                       gboolean             undone);
void                 syl_highlight_history_push       (SylHighlightHistory *self,
                                                       SylHighlightStep    *step,
                                                       gboolean             undone);
void                 syl_highlight_history_forget     (SylHighlightHistory *self,
                                                       guint64              serial);
void                 syl_highlight_history_turn       (SylHighlightHistory *self,
                                                       guint64              serial);
void                 syl_highlight_history_look       (SylHighlightHistory *self,
                                                       gboolean            *can_undo,
                                                       gboolean            *can_redo);
void                 syl_highlight_step_free          (SylHighlightStep    *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylHighlightStep, syl_highlight_step_free)

G_END_DECLS
