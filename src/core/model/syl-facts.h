/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/syl-highlight-status.h"
#include "model/syl-pick-state.h"

G_BEGIN_DECLS

/*
 * What the tables hand to the model: read on a store thread, whole and by value, and taken over by
 * the objects of the main thread.
 */

/* What a row of a list shows. @moment is the one it was read at; see syl_connection_get_moment(). */
typedef struct
{
  unsigned int moment;
  gint64 id;
  char *slug;
  char *title;
  gint64 section_id;
  unsigned int section_number;
  char *section_title;
  gboolean extra;
  gboolean retired;
  unsigned int position;
  unsigned int minutes;
  unsigned int difficulty;
  unsigned int year_first;
  unsigned int year_last;
  unsigned int n_sources;
  unsigned int n_notes;
  SylPickState state;
  GDateTime *started;
  GDateTime *finished;
} SylPickFacts;

/* What its page shows on top of that. */
typedef struct
{
  unsigned int moment;
  char *commentary;
  char *after;
  GPtrArray *sources; /* of SylSourceFacts, owned */
} SylPickDetails;

/* One source of a pick. */
typedef struct
{
  gint64 id;
  char *slug;
  char *title;
  char *uri;
  char *kind;
  gboolean main;
  char *authors;
  unsigned int year;
  char *arxiv;
  char *doi;
  char *code;
  gboolean ticked;
  char *visited;
} SylSourceFacts;

/* A highlight, with the names of what it is on. */
typedef struct
{
  gint64 id;
  char *uuid;
  gint64 pick_id;
  char *pick_slug;
  char *pick_title;
  gint64 source_id;
  char *source_slug;
  char *source_title;
  char *uri;
  char *quote;
  char *selectors;
  unsigned int page;
  unsigned int position;
  unsigned int meaning;
  char *note;
  SylHighlightStatus status;
  double score;
  GDateTime *created;
  GDateTime *modified;
  GDateTime *deleted; /* NULL unless it lies in the trash */
} SylHighlightFacts;

/* A note that was emptied: the free one of a pick, or that of a highlight. */
typedef struct
{
  char *uuid;
  gint64 pick_id;
  char *pick_title;
  char *highlight; /* its uuid; NULL for a free note, as is the quote */
  char *quote;     /* of those that are listed, only the beginning */
  char *text; /* of those that are listed, only the beginning */
  GDateTime *deleted;
} SylEmptiedNoteFacts;

/* What the reader wrote and marked on a pick. */
typedef struct
{
  gint64 pick_id;
  char *title;
  char *note;            /* "" if there is none */
  GPtrArray *highlights; /* of SylHighlightFacts; the array is owned, they are not */
} SylPickNotes;

void syl_pick_facts_free   (SylPickFacts   *facts);
void syl_pick_details_free (SylPickDetails *details);
void syl_source_facts_free (SylSourceFacts *facts);
void syl_highlight_facts_free (SylHighlightFacts *facts);
void syl_emptied_note_facts_free (SylEmptiedNoteFacts *facts);
void syl_pick_notes_free   (SylPickNotes   *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPickFacts, syl_pick_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPickDetails, syl_pick_details_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylHighlightFacts, syl_highlight_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylEmptiedNoteFacts, syl_emptied_note_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPickNotes, syl_pick_notes_free)

G_END_DECLS
