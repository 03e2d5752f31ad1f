/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "call/syl-wall-timer.h"
#include "model/syl-library-call.h"
#include "reminder/syl-reminder.h"

G_BEGIN_DECLS

struct _SylReminder
{
  GObject parent_instance;

  GtkApplication *application; /* unowned: it owns the reminder */
  SylLibrary *library;         /* owned */
  GSettings *settings;         /* owned */
  GCancellable *cancellable;   /* owned: of all that must not outlive it */
  SylWallTimer *timer;         /* owned, from the first look on */
  SylPick *out;                /* owned, nullable: what the desktop shows, or is about to, as far as is known */
  char *opened;                /* owned, nullable: id of the pick that was opened before that was known */
  guint presence_id;           /* holds the application while it shows */
  guint looking : 1;
  guint again : 1;             /* look once more: something changed meanwhile */
  guint looked : 1;            /* to the end, at least once since the start */
  guint kept_agent : 1;
};

void _syl_reminder_install_actions (SylReminder         *self);
void _syl_reminder_open            (SylReminder         *self,
                                    GAsyncReadyCallback  callback);
void _syl_reminder_begin_work      (SylReminder         *self);
void _syl_reminder_end_work        (SylReminder         *self);
void _syl_reminder_look            (SylReminder         *self);
void _syl_reminder_notify          (SylReminder         *self,
                                    SylCall             *call,
                                    gboolean             has_other);
void _syl_reminder_withdraw        (SylReminder         *self);
void _syl_reminder_settle          (SylReminder         *self,
                                    SylPick             *pick);

G_END_DECLS
